import type { ComponentChildren } from 'preact';
import { Bell, Count, DemoStrip, type Frame, Main, PersonMenu, WAYS, type Way } from './frame.tsx';
import { Icon } from './icons.tsx';
import { Lantern, Mark } from './mark.tsx';
import { Toast } from './note.tsx';
import { type Slat, Slats } from './slats.tsx';
import { TermWords } from './table.tsx';

/** The producer's four. */
export const PRODUCER_WAYS: readonly Way[] = [
  { href: '/cua-toi', words: 'Việc', icon: 'list' },
  { href: '/cua-toi/san-pham', words: 'Sản phẩm', icon: 'box' },
  { href: '/cua-toi/chung-nhan', words: 'Chứng nhận', icon: 'seal' },
  { href: '/cua-toi/tro-giup', words: 'Trợ giúp', icon: 'help' },
];

interface Up {
  href: string;
  words: string;
}

export interface PhoneShellProps {
  frame: Frame;
  ways?: readonly Way[] | undefined;
  /** Replaces the bottom bar of four inside a dossier: the one or two acts of the page. */
  acts?: ComponentChildren;
  /** Leads back to what stands above; replaces the mark on a phone. */
  up?: Up | undefined;
  children: ComponentChildren;
}

/** The producer's pages: bottom bar of four on a phone, the same four in the header on wide screens. */
export function PhoneShell({ frame, ways = PRODUCER_WAYS, acts, up, children }: PhoneShellProps) {
  return (
    <div data-density="hand" class={acts ? 'phone has-acts' : 'phone'}>
      {frame.demo && <DemoStrip />}
      <header class="hd">
        <div class="page">
          <Mark />
          <nav class="phnav" aria-label="Chính">
            {ways.map((way) => (
              <a key={way.href} href={way.href} aria-current={way.here ? 'page' : undefined}>
                {way.icon && <Icon name={way.icon} />}
                {way.words}
                {way.count ? <Count count={way.count} hot={way.hot} said="việc" /> : null}
              </a>
            ))}
          </nav>
          {frame.person && (
            <span class="row tight ml-auto desk:ml-0">
              <Bell unread={frame.person.unread} />
              <PersonMenu frame={frame} person={frame.person} />
            </span>
          )}
        </div>
      </header>
      <Main class="page ph pt-4">
        {up && <Crumb {...up} />}
        {children}
        {acts && <div class="acts">{acts}</div>}
      </Main>
      {frame.toast && <Toast link={frame.toast.link}>{frame.toast.words}</Toast>}
    </div>
  );
}

/** Leads back to what stands above the page. */
function Crumb({ href, words }: Up) {
  return (
    <p class="mb-2">
      <a class="crumb" href={href}>
        <Icon name="left" />
        {words}
      </a>
    </p>
  );
}

export interface DeskShellProps {
  frame: Frame;
  /** Tabs of the role, the open one with `here`. */
  tabs: readonly Way[];
  /** Leads back to what stands above. */
  up?: Up | undefined;
  children: ComponentChildren;
}

/** The officers' desk: two tiers of indigo cloth, the open tab cut from paper. */
export function DeskShell({ frame, tabs, up, children }: DeskShellProps) {
  const { person } = frame;
  return (
    <div>
      {frame.demo && <DemoStrip full />}
      <header class="dye">
        <div class="dk1">
          <div class="in">
            <Mark />
            {person && (
              <span class="unit wide">
                <b>{person.unit ?? person.role}</b>
                {person.place && <span>{person.place}</span>}
              </span>
            )}
            <div class="end">
              <search>
                <form class="dkseek" action={WAYS.search}>
                  <Icon name="lens" />
                  <input
                    type="search"
                    name="q"
                    aria-label="Tìm mã, tên, chủ thể"
                    placeholder="Tìm mã, tên, chủ thể"
                    data-key="/"
                  />
                  <kbd>/</kbd>
                </form>
              </search>
              <a class="way narrow" href={WAYS.search} aria-label="Tìm">
                <Icon name="lens" />
              </a>
              <Bell unread={person?.unread} />
              {person && <PersonMenu frame={frame} person={person} />}
            </div>
          </div>
        </div>
        <nav class="dk2" aria-label="Chính">
          {tabs.map((tab) => (
            <a key={tab.href} href={tab.href} aria-current={tab.here ? 'page' : undefined}>
              {tab.words}
              {tab.count ? <Count count={tab.count} hot={tab.hot} said="việc" /> : null}
            </a>
          ))}
          <details class="menu" data-menu>
            <summary>
              <Icon name="menu" />
              Mục khác
            </summary>
            <div class="pop">
              {tabs.map((tab) => (
                <a key={tab.href} href={tab.href} aria-current={tab.here ? 'page' : undefined}>
                  {tab.words}
                  {tab.count ? <Count count={tab.count} said="việc" /> : null}
                </a>
              ))}
            </div>
          </details>
        </nav>
      </header>
      <Main class="dkb">
        {up && <Crumb {...up} />}
        {children}
      </Main>
      {frame.toast && <Toast link={frame.toast.link}>{frame.toast.words}</Toast>}
    </div>
  );
}

export interface CouncilShellProps {
  frame: Frame;
  /** Where back leads, what is on the table, and where it stands in the agenda. */
  up: Up;
  title: string;
  sub?: string | undefined;
  slats?: readonly Slat[] | undefined;
  slatsSaid?: string | undefined;
  /** Closing time in words. */
  closes?: { words: string; near?: boolean | undefined } | undefined;
  saved?: ComponentChildren;
  children: ComponentChildren;
  /** Previous, submit, next. */
  acts?: ComponentChildren;
}

/** The member's tablet: no tabs, only the product, the progress and the closing time. */
export function CouncilShell(props: CouncilShellProps) {
  const { frame, up, closes } = props;
  return (
    <div data-density="tablet" class="phone has-acts">
      {frame.demo && <DemoStrip full />}
      <header class="tabtop">
        <div class="row between">
          <div class="row line tight grow tabname">
            <a class="icon-btn" href={up.href} aria-label={up.words}>
              <Icon name="left" />
            </a>
            <div class="grow min-w-0">
              <h1 class="text-lg">{props.title}</h1>
              {props.sub && <p class="sm mut">{props.sub}</p>}
            </div>
          </div>
          <div class="row tight sm">
            {closes && <TermWords words={closes.words} state={closes.near ? 'near' : undefined} />}
            {props.saved}
            {frame.person && <PersonMenu frame={frame} person={frame.person} />}
          </div>
        </div>
        {props.slats && <Slats slats={props.slats} said={props.slatsSaid ?? ''} hideWords />}
      </header>
      <Main class={props.acts ? 'ph' : undefined}>{props.children}</Main>
      {props.acts && (
        <nav class="acts" aria-label="Việc với phiếu này">
          {props.acts}
        </nav>
      )}
      {frame.toast && <Toast link={frame.toast.link}>{frame.toast.words}</Toast>}
    </div>
  );
}

/** The door: form on paper at the left, lantern on indigo cloth at the right. */
export function BareShell({
  frame,
  children,
  saying,
}: {
  frame: Frame;
  children: ComponentChildren;
  saying?: ComponentChildren;
}) {
  return (
    <div data-density="public">
      {frame.demo && <DemoStrip />}
      <div class="door">
        <Main class="form">
          <div class="stack-5">
            <Mark />
            {children}
          </div>
        </Main>
        <aside class="cloth dye weave" aria-hidden="true">
          <Lantern />
          {saying ?? (
            <div>
              <p class="text-xl font-semibold">
                Từ hồ sơ ở xã
                <br />
                đến ngôi sao được công nhận.
              </p>
              <p class="ink2 mt-1">Chủ thể, xã, tỉnh và hội đồng cùng làm trên một cuốn sổ.</p>
            </div>
          )}
        </aside>
      </div>
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { Form, type FormState } from './form.tsx';
import { Icon, type IconName } from './icons.tsx';
import { Plane, type PlaneColor, type PrintName } from './product-print.tsx';

interface EmptyStateProps {
  print?: PrintName | undefined;
  color?: PlaneColor | undefined;
  title: string;
  children?: ComponentChildren;
  way?: { href: string; words: string } | undefined;
}

/** Nothing here: a print, one sentence, one way on. */
export function EmptyState({ print = 'tea', color = 'bamboo', title, children, way }: EmptyStateProps) {
  return (
    <div class="empty">
      <Plane print={print} color={color} size="s9" />
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {way && <Button href={way.href}>{way.words}</Button>}
    </div>
  );
}

export interface ConfirmationProps {
  /** The question: "Trả hồ sơ lại cho chủ thể?" */
  question: string;
  /** The thing: name and number. */
  thing: ComponentChildren;
  /** What will happen, two or three lines. */
  consequences: readonly { icon: IconName; words: ComponentChildren }[];
  action: string;
  state?: FormState | undefined;
  version?: number | undefined;
  hidden?: Readonly<Record<string, string>> | undefined;
  /** The act's name on the button: "Trả lại để bổ sung". */
  act: string;
  /** The act ends or takes something away. */
  stop?: boolean | undefined;
  /** Where "Không, quay về" leads. */
  back: string;
  /** Files go with it. */
  files?: boolean | undefined;
  /** Fields the act needs: a reason, a number. */
  children?: ComponentChildren;
}

/** Before an act that cannot be undone: what will happen, to what, and the way back (U11). */
export function ConfirmationPage(props: ConfirmationProps) {
  return (
    <div class="page read stack-5 pt-6">
      <Form action={props.action} state={props.state} version={props.version} hidden={props.hidden} files={props.files}>
        <div class="box stack">
          <h1>{props.question}</h1>
          <p>{props.thing}</p>
          <ul class="sure">
            {props.consequences.map(({ icon, words }) => (
              <li key={icon}>
                <Icon name={icon} />
                <span>{words}</span>
              </li>
            ))}
          </ul>
          {props.children}
          <div class="row">
            <Button kind={props.stop ? 'solid' : 'main'}>{props.act}</Button>
            <Button kind="bare" href={props.back}>
              Không, quay về
            </Button>
          </div>
        </div>
      </Form>
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons.tsx';

export type CertificateState =
  | 'valid'
  | 'expiring'
  | 'expired'
  | 'extended'
  | 'revoked'
  | 'annulled'
  | 'superseded'
  | 'undetermined'
  | 'unknown';

interface Look {
  band: 'good' | 'wait' | 'soon' | 'stop' | 'past' | 'none';
  icon: IconName;
  vi: string;
  en: string;
}

const LOOKS: Record<CertificateState, Look> = {
  valid: { band: 'good', icon: 'seal', vi: 'Còn hiệu lực', en: 'Valid' },
  expiring: { band: 'soon', icon: 'hourglass', vi: 'Sắp hết hạn', en: 'Expiring soon' },
  expired: { band: 'past', icon: 'expired', vi: 'Đã hết hạn', en: 'Expired' },
  extended: { band: 'wait', icon: 'extend', vi: 'Được gia hạn', en: 'Extended' },
  revoked: { band: 'stop', icon: 'bar', vi: 'Đã thu hồi', en: 'Revoked' },
  annulled: { band: 'stop', icon: 'bar', vi: 'Đã hủy bỏ', en: 'Annulled' },
  superseded: { band: 'past', icon: 'swap', vi: 'Đã được thay thế', en: 'Superseded' },
  undetermined: { band: 'none', icon: 'question', vi: 'Chưa xác định được', en: 'Undetermined' },
  unknown: { band: 'none', icon: 'question', vi: 'Không có mã này trong sổ', en: 'No such code in the register' },
};

export interface VerdictProps {
  state: CertificateState;
  /** One line of consequence: "Đến hết ngày 14/11/2027". */
  children?: ComponentChildren;
  lang?: 'vi' | 'en' | undefined;
}

/** The answer of the certificate page, across the whole width: word, icon, ground and one line. It is the page's h1. */
export function Verdict({ state, children, lang = 'vi' }: VerdictProps) {
  const look = LOOKS[state];
  return (
    <section class={`verdict ${look.band}`}>
      <div class="page cert">
        <div class="say">
          <Icon name={look.icon} />
          <h1>{look[lang]}</h1>
          <p>{children}</p>
        </div>
      </div>
    </section>
  );
}

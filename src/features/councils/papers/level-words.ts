import { LEVEL_WORDS } from '#law/competence';
import type { CouncilLevel } from '../level.ts';

/** How papers of a level name who decides, who carries a decision out, who is told, and where the law speaks of them. */
export interface LevelWords {
  /** 'Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh' */
  readonly head: string;
  /** 'Chánh Văn phòng Ủy ban nhân dân tỉnh Bắc Ninh, Giám đốc Sở Nông nghiệp và Môi trường' */
  readonly executors: string;
  /** Whose signature proposes: 'Giám đốc Sở Nông nghiệp và Môi trường'. */
  readonly proposer: string;
  /** 'Chủ tịch, các Phó Chủ tịch UBND tỉnh Bắc Ninh;' */
  readonly leaders: string;
  /** Those above or beside it who are told. */
  readonly told: readonly string[];
  /** The level's paragraph of the Decision: 'khoản 3 Điều 7'. */
  readonly clause: string;
  /** Who sends it dossiers and is told the results: 'Ủy ban nhân dân cấp xã'. */
  readonly below: string;
  /** Who else carries a recognition out. */
  readonly others: string;
  /** The stars it recognises, in words. */
  readonly stars: string;
}

/** The words of a level; `province` as papers name it, `agency` the body that advises on OCOP (Art. 7.3, 7.4). */
export function levelWords(level: CouncilLevel, province: string, agency: string): LevelWords {
  if (level === 'central') {
    const head = LEVEL_WORDS.central.signatory;
    return {
      head,
      executors: `Chánh Văn phòng Bộ, Thủ trưởng ${agency.charAt(0).toLocaleLowerCase('vi')}${agency.slice(1)}`,
      proposer: agency,
      leaders: 'Bộ trưởng, các Thứ trưởng;',
      told: ['Bộ trưởng, các Thứ trưởng;'],
      clause: 'khoản 4 Điều 7',
      below: 'Ủy ban nhân dân cấp tỉnh',
      others:
        'Thủ trưởng các cơ quan, đơn vị liên quan thuộc Bộ, Chủ tịch Ủy ban nhân dân các tỉnh, thành phố liên quan',
      stars: '5 sao',
    };
  }
  const leaders = `Chủ tịch, các Phó Chủ tịch UBND ${province};`;
  return {
    head: `Chủ tịch Ủy ban nhân dân ${province}`,
    executors: `Chánh Văn phòng Ủy ban nhân dân ${province}, Giám đốc ${agency}`,
    proposer: `Giám đốc ${agency}`,
    leaders,
    told: ['Bộ Nông nghiệp và Môi trường (để báo cáo);', leaders],
    clause: 'khoản 3 Điều 7',
    below: 'Ủy ban nhân dân cấp xã',
    others: 'Thủ trưởng các sở, ngành liên quan, Chủ tịch Ủy ban nhân dân các xã, phường liên quan',
    stars: '3 sao, 4 sao',
  };
}

import { describe, expect, it } from 'vitest';
import { checkSetting, isLawSetting, LAW_SETTINGS, lawSettings } from './settings.ts';

describe('open questions as settings', () => {
  it('every default is allowed', () => {
    for (const [key, setting] of Object.entries(LAW_SETTINGS))
      expect([key, checkSetting(key, setting.initial).ok]).toEqual([key, true]);
  });

  it.each<[string, unknown]>([
    ['gateBasis', 'median'],
    ['gateBasis', null],
    ['spreadLimit', 0],
    ['spreadLimit', 10.5],
    ['spreadLimit', '10'],
    ['reminderDays', []],
    ['reminderDays', 210],
    ['reminderDays', [180, 210]],
    ['reminderDays', [180, 180]],
    ['reminderDays', [0]],
    ['reminderDays', ['180']],
    ['reminderDays', [9, 8, 7, 6, 5, 4, 3, 2, 1]],
    ['chairRequired', 'true'],
    ['__proto__', true],
    ['constructor', 1],
    ['unknown', 1],
  ])('%s = %j is refused', (key, value) => {
    expect(checkSetting(key, value).ok).toBe(false);
  });

  it('stored values count when allowed, else the default', () => {
    const values = lawSettings({ gateBasis: 'everyMember', spreadLimit: 500, cutoffInclusive: true, other: 1 });
    expect([values.gateBasis, values.spreadLimit, values.cutoffInclusive, values.quorumPercent]).toEqual([
      'everyMember',
      10,
      true,
      75,
    ]);
    expect(isLawSetting('other')).toBe(false);
  });
});

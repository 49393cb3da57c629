/** Values nobody sends by mistake, and what an officer would send instead. */
import { v7 } from 'uuid';

export const LONG = 'Ă'.repeat(20_000);
/** Values that fit no field: too long, of the wrong type, with characters that cannot be kept. */
export const wrongValues: unknown[] = [
  LONG,
  { $ne: null },
  [[['x']]],
  -1e300,
  '\u0000',
  "'; drop table ledger; --",
  { __proto__: { role: 'administrator' } },
];

const day = '2026-11-20';
const letter = { letterNumber: '45/UBND-KT', letterDate: day, signatory: 'Người ký', samples: 5, paperSet: true };
const round = {
  year: 2026,
  no: 11,
  proposedBefore: '2027-04-30',
  completedBefore: '2027-06-30',
  inclusive: false,
  extra: true,
  act: '05/KH',
};
const legalAct = {
  ...{
    kind: 'plan',
    number: '9/KH',
    issuer: 'UBND xã',
    level: 'commune',
    title: 'Kế hoạch',
    issuedOn: day,
    open: true,
  },
  ...{ periodFrom: day, periodTo: day, signatory: 'Người ký' },
};
const target = {
  ...{ from: day, to: day, name: 'Thêm sản phẩm', plan: '25–30', measure: 'sản phẩm', indicator: 'period.new' },
  ...{ act: '919/QĐ-TTg', owner: 'UBND xã' },
};
const point = { kind: 'shop', name: 'Điểm bán', address: 'Thôn Một', opened: day };
const policy = {
  ...{ act: '919/QĐ-TTg', name: 'Thưởng sao', item: 'reward', from: day, rates: { first: { 3: 50_000_000 } } },
};
const payment = {
  ...{ item: 'label', source: 'province', amount: 5_000_000, paidOn: day, decision: '1/QĐ-UBND' },
};
const training = {
  ...{ kind: 'class', subject: 'Ghi nhãn hàng hóa', organiser: 'UBND xã', from: day, to: day, act: '919/QĐ-TTg' },
  ...{ qualifier: 'exact', people: 30, turns: 60, women: 12 },
};
const personOf = (unit: string | undefined) => ({
  fullName: 'Người Thử',
  username: 'nguoi-thu',
  email: 'thu@example.vn',
  phone: '0912345678',
  role: 'commune',
  unit,
});
/** What an officer would send; each field in turn is then made strange, so that strange values reach the act itself. */
export const sensible = (unit: string | undefined): Readonly<Record<string, Record<string, unknown>>> => ({
  'dossier.receive': {},
  'dossier.receiveMany': { items: [{ id: v7(), version: 1, key: v7() }], back: '/ho-so' },
  'dossier.acceptMany': { items: [{ id: v7(), version: 1, key: v7(), round: v7() }], back: '/ho-so' },
  'dossier.checkPaper': { verdict: 'fail', reason: 'Bản chụp mờ' },
  'dossier.assess': { material: 'Dong riềng', labour: 'Mười người', idea: 'Nghề cũ', identity: 'Phên tre' },
  'dossier.giveCode': { code: '33-11977-9-2026' },
  'dossier.correctCode': { code: '33-11977-9-2026', reason: 'Ghi nhầm' },
  'dossier.return': { items: [{ target: 'general', reason: 'Thiếu địa chỉ' }], reason: 'Bổ sung', dueOn: day },
  'dossier.sendBack': { items: [], reason: 'Bổ sung', dueOn: day },
  'dossier.propose': { ...letter, formNumber: '01/BC', signedFile: v7() },
  'dossier.accept': { round: v7() },
  'dossier.reportAdvice': { number: '12/BC', dated: day, file: v7(), summary: 'Tóm tắt' },
  'producer.rename': { name: 'Hộ Khác', from: day, reason: 'Đổi đăng ký' },
  'producer.changeRegistration': { taxCode: '0100109106', registeredOn: day, reason: 'Mới cấp' },
  'producer.keepContract': { partner: 'Bên liên kết', kind: 'sale', area: 1, begins: day, paper: v7() },
  'producer.keepChain': { model: 'circular', materialArea: 'Bãi Giữa', begins: day },
  'producer.join': { other: v7(), otherVersion: 1, take: ['name'], reason: 'Một hộ' },
  'producer.keepApart': { other: v7(), reason: 'Hai hộ' },
  'product.join': { other: v7(), otherVersion: 1, take: ['name'], years: { 2025: 'kept' }, reason: 'Một sản phẩm' },
  'product.keepApart': { other: v7(), reason: 'Hai sản phẩm' },
  'legalAct.record': legalAct,
  'legalAct.correct': legalAct,
  'legalAct.relate': { kind: 'basedOn', other: '919/QĐ-TTg' },
  'legalAct.unrelate': { relation: v7() },
  'reportTemplate.make': {
    ...{ name: 'Mẫu thử', summary: 'Kết quả {period}', periods: ['year'] },
    blocks: [{ kind: 'section', text: 'I. KẾT QUẢ' }],
  },
  'target.set': { ...target, unit },
  'target.correct': { ...target, unit, reason: 'Gõ nhầm' },
  'task.give': { kind: 'dispatch', owner: 'Sở Công Thương', words: 'Mở điểm bán', act: '919/QĐ-TTg', dueOn: day },
  'task.correct': { words: 'Mở hai điểm bán', dueOn: day, reason: 'Gõ nhầm' },
  'conclusion.record': {
    ...{ title: 'Họp giao ban', heldOn: day, words: 'Kết luận', act: '919/QĐ-TTg' },
    tasks: [{ owner: 'Sở Công Thương', words: 'Mở điểm bán', dueOn: day }],
  },
  'conclusion.remove': { reason: 'Ghi nhầm' },
  'conclusion.correct': { title: 'Họp giao ban', heldOn: day, reason: 'Gõ nhầm' },
  'body.establish': {
    ...{ kind: 'support', name: 'Tổ giúp việc', act: '919/QĐ-TTg', from: day },
    members: [{ name: 'Người Thử', position: 'Chuyên viên', role: 'member', phone: '0912345678' }],
  },
  'body.correct': { kind: 'support', name: 'Tổ giúp việc', from: day, reason: 'Gõ nhầm' },
  'body.changeMembers': {
    from: day,
    leave: [],
    members: [{ position: 'Chuyên viên', role: 'member' }],
    reason: 'Thêm',
  },
  'body.correctMember': { member: v7(), position: 'Chuyên viên', role: 'member', reason: 'Gõ nhầm' },
  'body.dissolve': { to: day, reason: 'Sáp nhập' },
  'communeOfficer.appoint': { name: 'Người Thử', position: 'Công chức', from: day, phone: '0912345678' },
  'communeOfficer.correct': { name: 'Người Thử', position: 'Công chức', from: day, reason: 'Gõ nhầm' },
  'communeOfficer.end': { to: day, reason: 'Chuyển công tác' },
  'salePoint.register': { ...point, commune: unit },
  'salePoint.correct': { ...point, commune: unit, reason: 'Gõ nhầm' },
  'salePoint.close': { closed: day, reason: 'Hết hợp đồng' },
  'salePoint.reopen': { reason: 'Ghi nhầm' },
  'salePoint.withdraw': { reason: 'Ghi nhầm' },
  'supportPolicy.set': policy,
  'supportPolicy.correct': { ...policy, reason: 'Gõ nhầm' },
  'supportPolicy.cancel': { reason: 'Ghi nhầm' },
  'support.record': { ...payment, producer: v7() },
  'support.correct': { ...payment, reason: 'Gõ nhầm' },
  'support.withdraw': { reason: 'Ghi nhầm' },
  'training.record': training,
  'training.correct': { ...training, reason: 'Gõ nhầm' },
  'training.withdraw': { reason: 'Ghi nhầm' },
  'task.note': { words: 'Đã họp' },
  'task.report': { words: 'Đã làm xong' },
  'task.giveBack': { reason: 'Thiếu số liệu', dueOn: day },
  'task.cancel': { reason: 'Giao nhầm' },
  'round.plan': round,
  'round.correct': { ...round, year: undefined, no: undefined },
  'listFile.make': { from: '/so-san-pham.xlsx' },
  'view.save': { list: 'dossiers', query: 'state=checking', name: 'Thử' },
  'view.rename': { name: 'Thử khác' },
  'settings.change': { key: 'spreadLimit', value: '12', validFrom: day, note: 'Thử' },
  'settings.changeLogo': { file: v7(), note: 'Thử' },
  'settings.removeLogo': { note: 'Thử' },
  'settings.enterHoliday': { day, kind: 'off', name: 'Ngày nghỉ', act: '01/TB' },
  'settings.removeHoliday': { day },
  'account.invite': personOf(unit),
  'account.addRole': { role: 'commune', unit: unit, organisation: 'UBND', position: 'Công chức' },
  'account.endRole': { appointment: v7() },
  'account.disable': { reason: 'Nghỉ việc' },
  'account.correctContact': { email: 'a@example.vn', phone: '0912345678' },
  'account.import': { file: v7() },
});

/** Strange values for one field at a time. */
export const SNEAKY: unknown[] = [
  ...['a\u0000b', 'a\ud800b', "'; drop table ledger; --", '%\\_', ''],
  ...['0000-00-00', v7(), '1e309', LONG],
  ...[-1, 2 ** 31, 0.5, null, [{}]],
];

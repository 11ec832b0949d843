/** Who may know of which case, and who may do something in it; whoever is not named sees none. */
export const SEES: Record<string, readonly string[]> = {
  'gaocun-feng': ['gaocun', 'proposal'],
  'deputy-feng': ['gaocun', 'proposal'],
  // Another deputy of the same station, and one whom nobody has linked to the list.
  'gaocun-chen': ['gaocun'],
  'gaocun-unlisted': ['gaocun'],
  'jiedian-wang': ['jiedian', 'given'],
  'water-xu': ['given', 'proposal'],
  'npc-cui': ['proposal'],
  'wanrong-desk': ['gaocun', 'jiedian', 'given', 'filed for somebody', 'proposal'],
  'wanrong-watch': ['gaocun', 'jiedian', 'given', 'filed for somebody'],
  'pinglu-watch': ['given in pinglu'],
  'talent-chang': ['application'],
  'talent-shang': ['application'],
  reports: ['report'],
  'wanrong-data': ['data request'],
  'pinglu-desk': ['given in pinglu'],
  'pinglu-water': ['given in pinglu'],
  'pinglu-reports': ['report in pinglu'],
};
/** What somebody who acts elsewhere only follows. */
export const FOLLOWS: readonly string[] = ['gaocun-feng proposal', 'wanrong-desk proposal'];
const DEPUTIES: readonly string[] = ['deputy-feng', 'gaocun-chen', 'gaocun-unlisted'];
/** Everybody else does something in what they see. */
export const ACTS = Object.keys(SEES).filter((login) => !DEPUTIES.includes(login));
/** Roles whose row says `personal: false`: nothing is ever revealed to them. */
export const NEVER_REVEALED: readonly string[] = [...DEPUTIES, 'wanrong-watch', 'pinglu-watch'];
/** Accounts besides those of the demonstration. */
export const OTHERS = ['pinglu-water', 'pinglu-reports', 'gaocun-chen', 'gaocun-unlisted'];
/** Who may open what was filed for somebody: its filer, and who may witness it within reach. */
export const FILED: Record<string, readonly string[]> = {
  '/staff/filed': ['tonghua-grid'],
  '/staff/witness': ['wanrong-desk'],
};
/** Whose tasks there are; all others have none, or no list at all. */
export const TASKS: Record<string, readonly string[]> = {
  'wanrong-desk': ['gaocun'],
  'gaocun-feng': ['gaocun'],
  'pinglu-desk': ['given in pinglu'],
};

/** When members of staff are written to, in Asia/Shanghai; no rule names any, so that each county may settle its own. */
export interface StaffHours {
  /** From this time of the day on messages wait, until the other: `20:00`, `07:30`. */
  quietFrom: string;
  quietUntil: string;
  /** When the digest leaves on a workday. */
  digestAt: string;
  /** Minutes that lie between two reminders to one person; what comes meanwhile goes together. */
  apart: number;
}

export const usualHours: StaffHours = { quietFrom: '20:00', quietUntil: '07:30', digestAt: '08:30', apart: 30 };

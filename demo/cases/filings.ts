/** What staff filed for somebody: who (a login of the demonstration), how, and how it was confirmed, if it was. */
export interface DemoFiling {
  by: string;
  manner: 'in-person' | 'phone' | 'visit';
  confirmed?: 'phone';
}

/** Of the list W01–W24. */
export const wanrongFilings: Readonly<Record<string, DemoFiling>> = {
  // Seventy-one, came to the station; his own phone confirmed on the spot.
  W04: { by: 'guanghua-xue', manner: 'in-person', confirmed: 'phone' },
  // At the door, a landline only: still waits for a witness.
  W20: { by: 'tonghua-grid', manner: 'visit' },
};

/** The page of a case. In small letters, so that signing in and proving again lead back to it (`safePath`). */
export const casePath = (receipt: string): string => `/staff/cases/${receipt.toLowerCase()}`;

/** The page of a case that one filed. In small letters, so that signing in leads back to it (`safePath`). */
export const filedPath = (receipt: string): string => `/staff/filed/${receipt.toLowerCase()}`;

import type { Context } from 'hono';
import { postedForm } from '../public/posted.ts';

const LONGEST = 20_000;

/** Reads a posted field as text; what is missing, a file or too long for any field here is empty. */
export async function postedText(c: Context): Promise<(name: string) => string> {
  const posted = await postedForm(c);
  return (name) => {
    const value = posted.ok ? posted.value.get(name) : null;
    return typeof value === 'string' && value.length <= LONGEST ? value : '';
  };
}

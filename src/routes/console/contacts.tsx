import { Hono, type Context } from 'hono';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { wake } from '../../jobs/tick.ts';
import type { Channel } from '../../notify/message.ts';
import { confirmContact, sendContactCode } from '../../staff-messages/confirm.ts';
import { isChannel, parseAddress, removeContact } from '../../staff-messages/contact.ts';
import { occasionsOf } from '../../staff-messages/occasions.ts';
import { saveWishes } from '../../staff-messages/wishes.ts';
import { keep } from '../../ui/view.ts';
import { viewOf } from '../public/view.ts';
import { answerRefusal } from '../refusal.tsx';
import { accountPage } from './account.tsx';
import type { ContactFault } from './contact-section.tsx';
import { postedText } from './posted-text.ts';

const BACK = '/staff/account#contacts';
const back = (c: Context<AppEnv>) => c.redirect(keep(viewOf(c), BACK), 303);
const unknown = (c: Context<AppEnv>) => answerRefusal(c, refuse('route.unknown'));

/** The channel of the path; null where there is none of that name, or the role is told of nothing. */
function channelOf(c: Context<AppEnv>): Channel | null {
  const channel = c.req.param('channel') ?? '';
  const { account } = c.get('signedIn');
  return isChannel(channel) && occasionsOf(account.role).length > 0 ? channel : null;
}

async function sendCode(c: Context<AppEnv>, channel: Channel, typed?: string) {
  const { account } = c.get('signedIn');
  const address = typed === undefined ? undefined : parseAddress(channel, typed);
  if (address === null) return accountPage(c, { channel, is: `${channel}-shape`, typed: typed ?? '' });
  const asked = { account, channel, lang: viewOf(c).lang, address };
  const sent = await sendContactCode(c.get('deps').staff, asked);
  if (!sent.ok && sent.error === 'unknown') return unknown(c);
  if (!sent.ok) return accountPage(c, { channel, is: 'too-many', typed: typed ?? '' });
  c.get('deps').later(() => wake(c.get('deps')));
  return back(c);
}

/** Where its holder is told of work, and of what; everything here is the account's own. */
export const contactPages = new Hono<AppEnv>()
  .post('/account/contacts/:channel', async (c) => {
    const channel = channelOf(c);
    return channel ? sendCode(c, channel, (await postedText(c))('address')) : unknown(c);
  })
  .post('/account/contacts/:channel/code', (c) => {
    const channel = channelOf(c);
    return channel ? sendCode(c, channel) : unknown(c);
  })
  .post('/account/contacts/:channel/confirm', async (c) => {
    const channel = channelOf(c);
    if (!channel) return unknown(c);
    const { account } = c.get('signedIn');
    const code = (await postedText(c))('code');
    const confirmed = await confirmContact(c.get('deps').staff, { account, channel, lang: viewOf(c).lang, code });
    if (confirmed.ok) return back(c);
    const fault: ContactFault = { channel, is: confirmed.error, typed: code.slice(0, 20) };
    return accountPage(c, fault);
  })
  .post('/account/contacts/:channel/remove', async (c) => {
    const channel = channelOf(c);
    if (!channel) return unknown(c);
    const { account } = c.get('signedIn');
    const removed = await removeContact(c.get('deps').staff, `staff:${account.id}`, account.id, channel);
    return removed.ok ? back(c) : unknown(c);
  })
  .post('/account/wishes', async (c) => {
    const { account } = c.get('signedIn');
    const posted = await postedText(c);
    const wished = ({ occasion, channel }: { occasion: string; channel: Channel }): boolean =>
      posted(`${occasion}.${channel}`) === 'yes';
    await saveWishes(c.get('deps').staff, account, viewOf(c).lang, wished);
    return back(c);
  });

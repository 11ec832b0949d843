import { sayWhoIsHere } from './here.ts';
import { listenToKeys } from './keys.ts';
import { offerPasskeys } from './passkey.ts';
import { countPicks } from './picks.ts';
import { offerPrint } from './print.ts';
import { fillFromTemplates } from './templates.ts';

offerPasskeys(document);
offerPrint(document);
listenToKeys(document);
countPicks(document);
fillFromTemplates(document);
sayWhoIsHere(document);

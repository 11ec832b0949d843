import { sayWhoIsHere } from './here.ts';
import { listenToKeys } from './keys.ts';
import { offerPasskeys } from './passkey.ts';
import { offerPrint } from './print.ts';
import { fillFromTemplates } from './templates.ts';

offerPasskeys(document);
offerPrint(document);
listenToKeys(document);
fillFromTemplates(document);
sayWhoIsHere(document);

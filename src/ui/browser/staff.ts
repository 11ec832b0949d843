import { sayWhoIsHere } from './here.ts';
import { walkByKeys } from './inbox-keys.ts';
import { offerPasskeys } from './passkey.ts';
import { offerPrint } from './print.ts';
import { fillFromTemplates } from './templates.ts';

offerPasskeys(document);
offerPrint(document);
walkByKeys(document);
fillFromTemplates(document);
sayWhoIsHere(document);

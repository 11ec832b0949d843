import { walkByKeys } from './inbox-keys.ts';
import { offerPasskeys } from './passkey.ts';
import { offerPrint } from './print.ts';

offerPasskeys(document);
offerPrint(document);
walkByKeys(document);

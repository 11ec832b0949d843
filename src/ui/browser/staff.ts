import { offerPasskeys } from './passkey.ts';
import { offerPrint } from './print.ts';

offerPasskeys(document);
offerPrint(document);

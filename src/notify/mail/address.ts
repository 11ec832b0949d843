/** Header values take one line: whatever could start another becomes a blank. */
export const oneLine = (text: string): string => text.replace(/[\r\n\0]+/g, ' ');

/** `"name" <address>`, with what would end the name early taken out. */
export function mailbox(name: string, address: string): string {
  const plain = oneLine(name).replace(/["\\<>]/g, '');
  return plain === '' ? address : `"${plain}" <${address}>`;
}

/** An address that may stand in an SMTP command: ASCII, one at sign, nothing that ends the command early. */
export const isPlainAddress = (address: string): boolean =>
  /^[!#-'*+\-/-9=?A-Z^-~.]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(address) && address.length <= 254;

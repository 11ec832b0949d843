/**
 * In the bundle, what reads certificates of authenticators is replaced by this (wrangler.toml, `alias`): some 30 KB of
 * gzip. Our passkeys ask for no attestation, so there is no chain to follow; one sent all the same is refused.
 */
function refused(): never {
  throw new Error('attestation by certificates is not accepted');
}

export const X509Certificate = refused;
export const X509ChainBuilder = refused;
export const X509Crl = refused;
export const AuthorityKeyIdentifierExtension = refused;
export const SubjectKeyIdentifierExtension = refused;
export const CRLDistributionPointsExtension = refused;
export const KeyDescription = refused;
export const id_ce_keyDescription = '1.3.6.1.4.1.11129.2.1.17';

import type { FC } from 'hono/jsx';
import { encode } from 'uqr';

/** The white edge a reader needs, in modules (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A QR code that still reads with a quarter of it torn or stained; as large as its box. */
export const QrCode: FC<{ text: string; label: string }> = ({ text, label }) => {
  const { data, size } = encode(text, { ecc: 'Q', border: QUIET_ZONE });
  const dark = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path d={dark} />
    </svg>
  );
};

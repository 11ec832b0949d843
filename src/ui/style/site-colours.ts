type Rgb = readonly [number, number, number];

const PAPER: Rgb = [255, 255, 255];
const INK: Rgb = [0, 0, 0];

function channels(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

const mixed = (colour: Rgb, other: Rgb, share: number): string =>
  `#${colour
    .map((channel, i) => Math.round(channel * (1 - share) + (other[i] ?? 0) * share))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`;

/**
 * A `.site-<id>` rule for each county's colour (`#rrggbb`), with its darker and its pale shade: the baseline browsers
 * cannot mix colours themselves. Throws on a colour of another form: it is data of ours.
 */
export function siteColours(sites: readonly { id: string; colour: string }[]): string {
  return sites
    .map(({ id, colour }) => {
      if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error(`colour of site ${id} is not #rrggbb: ${colour}`);
      const rgb = channels(colour);
      return `.site-${id}{--colour:${colour};--colour-dark:${mixed(rgb, INK, 0.25)};--colour-pale:${mixed(rgb, PAPER, 0.92)}}`;
    })
    .join('\n');
}

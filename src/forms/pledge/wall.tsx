import type { FC } from 'hono/jsx';
import { say } from '../../lib/words.ts';
import type { WallPart } from '../define.ts';
import { pledgeWords as words } from './words.ts';

/** Who wishes to be named: surname and unit, never counted and never ranked. */
export const PledgeWall: FC<WallPart> = ({ view: { lang }, lines, most }) => (
  <section class="wall">
    <h2>{say(words.wall, lang)}</h2>
    {lines === null && <p class="hint">{say(words.wallGone, lang)}</p>}
    {lines?.length === 0 && <p class="hint">{say(words.wallEmpty, lang)}</p>}
    {lines !== null && lines.length > 0 && (
      <>
        <p class="hint">{say(words.wallHow, lang, { most })}</p>
        <ul lang="zh-CN">
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </>
    )}
  </section>
);

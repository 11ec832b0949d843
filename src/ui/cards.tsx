import type { FC } from 'hono/jsx';

export interface Card {
  href: string;
  title: string;
  text: string;
}

/** Ways to go on, each a link as large as a hand. */
export const Cards: FC<{ cards: readonly Card[] }> = ({ cards }) => (
  <ul class="cards">
    {cards.map(({ href, title, text }) => (
      <li class="card">
        <a href={href}>{title}</a>
        <p class="hint">{text}</p>
      </li>
    ))}
  </ul>
);

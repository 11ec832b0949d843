import type { FC } from 'hono/jsx';

const RANGE = /(\d{1,2}:\d{2}–\d{1,2}:\d{2})/;

/** Opening hours as written, with no line break within `14:30–18:00`. */
export const ClockTimes: FC<{ text: string }> = ({ text }) => (
  <>{text.split(RANGE).map((part) => (RANGE.test(part) ? <span class="whole">{part}</span> : part))}</>
);

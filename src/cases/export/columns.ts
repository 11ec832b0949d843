import { momentInWords } from '../../i18n/dates.ts';
import { urgencyWords } from '../../i18n/cases.ts';
import { columnWords } from '../../i18n/export.ts';
import type { FormContext } from '../../forms/define.ts';
import { kindOfCase } from '../../forms/index.ts';
import { maskPhone } from '../../lib/identifiers/phone.ts';
import { shanghaiTime } from '../../lib/clock.ts';
import { say, type Lang } from '../../lib/words.ts';
import { stationById } from '../../liaison/index.ts';
import { textsOf } from '../case-text.ts';
import { urgencyOf } from '../urgency.ts';
import type { OpenRow } from './rows.ts';

/** What a cell is worked out from. */
export interface CellOf {
  row: OpenRow;
  context: FormContext;
  lang: Lang;
  /** In Asia/Shanghai. */
  today: string;
  /** Whether personal data stands there as it is. */
  full: boolean;
}

interface Column {
  of(cell: CellOf): string;
  /** Stands only in a file in full. */
  fullOnly?: boolean;
}

const HIDDEN = '**';

/** The columns of an exported file, in their order. A line that one expects is one row here. */
const columns: Readonly<Record<keyof typeof columnWords, Column>> = {
  receipt: { of: ({ row }) => row.receipt },
  kind: {
    of: ({ row, lang, today }) => {
      const kind = kindOfCase(row, today);
      return kind ? say(kind.label, lang) : row.kind;
    },
  },
  state: {
    of: ({ row, lang, today }) => {
      const state = kindOfCase(row, today)?.workflow.states[row.state];
      return state ? say(state.label, lang) : row.state;
    },
  },
  topic: {
    of: ({ row, context, lang }) => {
      const topic = context.site.topics.find(({ id }) => id === row.topic);
      return topic ? say(topic.label, lang) : (row.topic ?? '');
    },
  },
  title: { of: ({ row, context }) => textsOf(row, context).title },
  station: {
    of: ({ row, lang }) => {
      const station = row.station === null ? undefined : stationById(row.site, row.station);
      return station ? say(station.name, lang) : (row.station ?? '');
    },
  },
  holder: { of: ({ row }) => row.holder ?? '' },
  submitted: { of: ({ row, lang }) => momentInWords(shanghaiTime(row.submittedAt), lang) },
  due: { of: ({ row }) => row.dueDate ?? '' },
  left: {
    of: ({ row, lang, today }) => {
      const { urgency, days } = urgencyOf(row.dueDate, today);
      return say(urgencyWords[urgency], lang, { days });
    },
  },
  name: { of: ({ row: { name }, full }) => (full || name === '' ? name : `${Array.from(name)[0] ?? ''}${HIDDEN}`) },
  phone: { of: ({ row: { phone }, full }) => (full || phone === '' ? phone : maskPhone(phone)) },
  email: { of: ({ row }) => row.email, fullOnly: true },
  address: { of: ({ row }) => row.address, fullOnly: true },
  text: { of: ({ row, context }) => textsOf(row, context).others.join('\n') },
};

const shown = (full: boolean) =>
  (Object.keys(columns) as (keyof typeof columns)[]).filter((id) => full || columns[id].fullOnly !== true);

/** The head of a file. */
export const headOf = (full: boolean, lang: Lang): string[] => shown(full).map((id) => say(columnWords[id], lang));

/** One case as a line of a file. */
export const cellsOf = (cell: CellOf): string[] => shown(cell.full).map((id) => columns[id].of(cell));

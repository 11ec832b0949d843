import { stationsOf } from '../../src/liaison/index.ts';
import { addDays, isWeekend } from '../../src/workflow/calendar/dates.ts';
import { called, mobile, type DemoCase, type Person } from './case.ts';
import { petitionsOf, type DemoPetition } from './petition.ts';
import { dice, type Dice } from './random.ts';
import { sentences, villages, type Sentence } from './sentences.ts';

const SEED = 20230511;
const HOW_MANY = 240;
const DAYS = 120;
/** Sowing, watering and harvest: more about water and crops. */
const FARMING_MONTHS = ['03', '04', '05', '06', '09', '10'];
const FARMING_TOPICS = ['irrigation', 'farming'];

const SURNAMES = Array.from('王李张赵孙周吴郑冯陈卫蒋韩杨朱秦许何吕施孔曹严魏');
const GIVEN = Array.from('芳军民梅强英海霞平田水山云青和春正安绿洁文行稳兰');
/** The last of the hundred numbers, shared by those whom the list of examples does not name. */
const [FIRST_NUMBER, NUMBERS] = [84, 16];

/** 240 petitions of Wanrong over the 120 days before `today`, the same ones for the same day. */
export function generatedPetitions(today: string): DemoCase[] {
  const chance = dice(SEED);
  const days = weighted(today);
  return petitionsOf(
    'wanrong',
    Array.from({ length: HOW_MANY }, (_, i) => petition(chance, i, today, chance.pick(days))),
  );
}

/** Days ago, each as often as its weight: a Saturday or Sunday once, a workday four times. */
function weighted(today: string): number[] {
  return Array.from({ length: DAYS }, (_, i) => i + 1).flatMap((ago) =>
    isWeekend(addDays(today, -ago)) ? [ago] : [ago, ago, ago, ago],
  );
}

function petition(chance: Dice, i: number, today: string, daysAgo: number): DemoPetition {
  const village = `${chance.pick(villages)}(示例)`;
  const sentence = pickSentence(chance, addDays(today, -daysAgo).slice(5, 7));
  const blanks = Object.fromEntries(Object.entries(sentence.choices).map(([name, all]) => [name, chance.pick(all)]));
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'village' ? village : (blanks[name] ?? '')));
  const station = chance.pick(stationsOf('wanrong'));
  const [hour, minute] = [7 + chance.below(15), chance.below(60)];
  return {
    ref: `G${String(i + 1).padStart(3, '0')}`,
    daysAgo,
    time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
    about: [sentence.category, sentence.topic, station.id],
    from: sender(chance, i),
    address: `万荣县${station.name.zh.replace('人大代表联络站', '')}${village}`,
    title: fill(sentence.title),
    text: fill(sentence.text),
  };
}

function pickSentence(chance: Dice, month: string): Sentence {
  const busy = FARMING_MONTHS.includes(month);
  return chance.pick(
    sentences.flatMap((one) => (busy && FARMING_TOPICS.includes(one.topic) ? [one, one, one] : [one])),
  );
}

/** Most leave a mobile, one in five an e-mail address, one in ten both. */
function sender(chance: Dice, i: number): Person {
  const name = called(chance.pick(SURNAMES), chance.pick(GIVEN));
  const email = `laixin${String(i + 1).padStart(3, '0')}@example.cn`;
  if (i % 5 === 4) return { name, email };
  const phone = mobile(FIRST_NUMBER + (i % NUMBERS));
  return i % 10 === 0 ? { name, phone, email } : { name, phone };
}

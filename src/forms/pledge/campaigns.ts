import type { Words } from '../../lib/words.ts';
import type { Site } from '../../sites/site.ts';

/** One thing a person undertakes; all of a campaign's are undertaken together. */
export interface Undertaking {
  id: string;
  label: Words;
  text: Words;
}

/** A pledge people may join. A changed text is a new version: each signature keeps the version it was given for. */
export interface Campaign {
  id: string;
  site: string;
  version: string;
  title: Words;
  notes: Words;
  undertakings: readonly Undertaking[];
}

/** Every campaign, newest version of each. */
export const campaigns: readonly Campaign[] = [
  {
    id: 'jishan-xinfeng',
    site: 'jishan',
    version: 'v1',
    title: {
      zh: '「抵制高价彩礼,从我做起」承诺(演示)',
      en: '“No high bride price, starting with me”: a pledge (demo)',
    },
    notes: {
      zh: '倡议面向党员干部,也欢迎大家自愿参加。自愿填写,随时可以撤回并删除。不收费、不转发、不排名。',
      en: 'The appeal is addressed to officials; everyone is welcome to join. It is voluntary, and you can withdraw and have it deleted at any time. It costs nothing, is passed on to no one and is not ranked.',
    },
    undertakings: [
      {
        id: 'bride-price',
        label: { zh: '带头抵制高价彩礼', en: 'Refuse high bride prices' },
        text: {
          zh: '尊重子女意愿,不索要高额彩礼,不利用婚姻敛财。',
          en: 'I respect what my children want, ask for no high bride price and make no money out of a marriage.',
        },
      },
      {
        id: 'simple-celebrations',
        label: { zh: '带头践行喜事简办', en: 'Celebrate simply' },
        text: {
          zh: '遵守规定,控制人情往来,不滥发请柬,不攀比,不铺张。',
          en: 'I keep to the rules, keep gifts modest, and do not over-invite, compete or waste.',
        },
      },
      {
        id: 'good-customs',
        label: { zh: '带头弘扬新风正气', en: 'Set a good example' },
        text: {
          zh: '以德治家、言传身教,反对天价彩礼、大操大办。',
          en: 'I lead my family by example, and speak against sky-high bride prices and lavish weddings.',
        },
      },
    ],
  },
];

export const campaignById = (id: string): Campaign | undefined => campaigns.find((campaign) => campaign.id === id);

/** The campaigns a site offers, in its own order. */
export const campaignsOf = (site: Site): Campaign[] => site.campaigns.flatMap((id) => campaignById(id) ?? []);

/** A draft of the demo data: its window is counted in days from T, the day of the first start. */
export interface DemoDraft {
  id: string;
  site: string;
  collectedBy: readonly string[];
  owner: string;
  title: string;
  notes: string;
  opensInDays: number;
  closesInDays: number;
  shortReason?: string;
  /** The text, beside this file. */
  file: string;
}

const owner = '河东市人大常委会(虚构)';
const invented = { site: 'hedong', collectedBy: ['wanrong', 'hedong'], owner } as const;

export const demoDrafts: readonly DemoDraft[] = [
  {
    ...invented,
    id: 'hd-waste-2026',
    title: '河东市(虚构)农村生活垃圾治理条例(草案征求意见稿·示例)',
    notes:
      '农村垃圾从哪儿收、往哪儿运、谁来管、钱从哪儿出,各村做法不一。草案想把责任、设施、收运、经费和监督写清楚。请重点看第八条、第十二条、第十七条、第二十二条。',
    opensInDays: -12,
    closesInDays: 18,
    file: 'drafts/hd-waste-2026.txt',
  },
  {
    ...invented,
    id: 'hd-fire-2026',
    title: '河东市(虚构)森林防火若干规定(草案征求意见稿·示例)',
    notes: '草案只有两条:防火期内哪里不能用火,谁来巡查、怎么报火情。',
    opensInDays: -4,
    closesInDays: 10,
    shortReason: '防火期临近',
    file: 'drafts/hd-fire-2026.txt',
  },
  {
    ...invented,
    id: 'hd-reading-2025',
    title: '河东市(虚构)全民阅读促进条例(草案·示例)',
    notes: '草案想让农家书屋、社区阅览室晚上和周末也能开门,让老人和孩子有书看。征求意见已经结束。',
    opensInDays: -420,
    closesInDays: -386,
    file: 'drafts/hd-reading-2025.txt',
  },
];

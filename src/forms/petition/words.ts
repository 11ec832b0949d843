import type { Words } from '../../lib/words.ts';

export const petitionWords = {
  label: { zh: '诉求建议', en: 'Petition' },
  pageTitle: { zh: '说说您的事', en: 'Tell us what it is about' },
  lead: {
    zh: '有困难、有建议, 都可以在这里说。说一次就行, 我们给您回执和答复期限。',
    en: 'A difficulty or a suggestion: say it once, and you get a receipt and a date.',
  },
  send: { zh: '提交诉求', en: 'Send' },
  kindStep: { zh: '是哪一类事', en: 'What kind of matter' },
  matterStep: { zh: '说说是什么事', en: 'What is it about' },
  whereStep: { zh: '在哪里, 交给谁', en: 'Where, and to whom' },
  category: { zh: '您要反映的是哪一类?', en: 'What would you like to do?' },
  suggestion: { zh: '我有意见建议', en: 'Make a suggestion' },
  suggestionHint: { zh: '对村里、乡镇、县里的工作提想法', en: 'Ideas for the work of village, township or county' },
  request: { zh: '我有困难要解决', en: 'Get a difficulty solved' },
  requestHint: {
    zh: '要求帮助、修复、答复、落实政策',
    en: 'Ask for help, repair, an answer, a policy to be carried out',
  },
  report: { zh: '我要举报人或单位', en: 'Report a person or an organ' },
  reportHint: {
    zh: '联络站不办理举报。请向纪检监察机关反映: 电话 12388, 或当面递交。您若仍要在此留下, 内容只有专人可见, 不会转给被反映的人和单位, 也不发给联络站、代表。',
    en: 'Stations do not handle reports. Please turn to the discipline inspection organs: phone 12388, or in person. If you still leave it here, only cleared staff see it; it goes neither to whom it is about nor to stations or deputies.',
  },
  topic: { zh: '是哪方面的事?', en: 'Topic' },
  title: { zh: '标题', en: 'Title' },
  titleHint: {
    zh: '一句话说清楚, 如“村东头路灯不亮”。',
    en: 'One sentence, such as “the street lamp in the east is out”.',
  },
  body: { zh: '详细说说', en: 'Details' },
  bodyHint: { zh: '什么事、多久了、希望怎么办。', en: 'What, since when, and what you wish for.' },
  place: { zh: '事情发生在哪里', en: 'Where it is' },
  placeHint: { zh: '村名、路名、门口有什么, 都可以。', en: 'Village, road, what stands nearby.' },
  station: { zh: '交给哪个联络站', en: 'Which station' },
  stationHint: { zh: '不选也可以, 我们按住址分。', en: 'You may leave this open.' },
  deputy: { zh: '想让哪位代表知道', en: 'Which deputy should know' },
  confidential: { zh: '请为我保密', en: 'Please keep it confidential' },
  confidentialHint: {
    zh: '办理时不向无关人员透露您是谁。',
    en: 'Nobody who does not need to know learns who you are.',
  },
  addressRequired: { zh: '要解决困难, 请写您的住址。', en: 'To solve a difficulty we need your address.' },
  noStation: { zh: '举报不交给联络站, 请不要选。', en: 'A report is not given to a station; please leave this out.' },
  noDeputy: { zh: '举报不交给代表, 请不要选。', en: 'A report is not given to a deputy; please leave this out.' },
  signpostTitle: { zh: '要举报人或单位', en: 'To report a person or an organ' },
  signpost: {
    zh: '本页不办理举报, 也不会发送。请当面递交给{where}(地址: {address}), 或拨打',
    en: 'Reports are not handled here and nothing is sent. Please hand them in at {where} ({address}), or call',
  },
  signpostBehalf: {
    zh: '检举控告不能由别人代填, 也不经联络站。请告诉本人: 当面递交给{where}(地址: {address}), 或拨打',
    en: 'A report cannot be filed by somebody else and does not pass a station. Tell the person to hand it in at {where} ({address}), or to call',
  },
  signpostMore: { zh: '向谁举报、说些什么', en: 'Where to report, and what to say' },
} satisfies Record<string, Words>;

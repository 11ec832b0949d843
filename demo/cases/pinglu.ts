import { person } from './case.ts';
import { petitionsOf } from './petition.ts';

export const pingluPetitions = petitionsOf('pinglu', [
  {
    ref: 'P1',
    daysAgo: 22,
    time: '16:46',
    about: ['request', 'roads'],
    from: person('荆', '雨', 79),
    address: '平陆县圣人涧镇示例村(示例)',
    title: '新修的路排水没做好',
    text: '路修得好,就是一下雨水往我家院里流。',
  },
  {
    ref: 'P2',
    daysAgo: 9,
    time: '11:35',
    about: ['suggestion', 'pepper'],
    from: person('关', '椒', 80),
    title: '花椒技术课能不能放在采收以前',
    text: '上回讲得很实在,就是讲晚了,今年的已经摘完了。',
  },
  {
    ref: 'P3',
    daysAgo: 'due-today',
    time: '09:08',
    about: ['request', 'village-affairs'],
    from: person('令狐', '公', 81),
    address: '平陆县圣人涧镇示例村(示例)',
    title: '想看村集体合同的公示',
    text: '听说清理了合同,想看看结果贴在哪儿。',
  },
  {
    ref: 'P4',
    daysAgo: 34,
    time: '10:57',
    about: ['request', 'neighbour'],
    from: person('赵', '界', 82),
    address: '平陆县圣人涧镇示例村(示例)',
    title: '两家地界说不清',
    text: '老地界的石头没了,两家各说各的,请来量一量。',
  },
  {
    ref: 'P5',
    daysAgo: 5,
    time: '19:52',
    about: ['request', 'collective'],
    from: person('张', '社', 83),
    address: '平陆县圣人涧镇示例村(示例)',
    title: '合作社分红没到',
    // The list gives a title only; the form wants ten characters of text.
    text: '往年这时候已经分了,今年还没有消息,想问问什么时候发。',
  },
]);

import type { KindContent, Section } from '../../content/content.ts';

const howTo: Section = {
  heading: { zh: '怎么查阅、更正、删除您的信息', en: 'How to see, correct or erase your data' },
  paragraphs: [
    {
      zh: '提交申请后, 用手机收到的确认码确认是您本人。我们及时办理(《网络数据安全管理条例》第二十三条); 法律没有规定天数, 回执上的日期是本站的承诺。不办的, 告诉您理由。',
      en: 'After sending, confirm with the code on your phone that it is you. It is done promptly (Network Data Security Regulations, article 23); the law names no days, and the date on your receipt is our promise. A refusal has its reasons.',
    },
  ],
  list: [
    {
      zh: '查阅、复制: 用同一个手机号、同一个姓名提交过的内容、答复和通知。办好以后, 在查询页限期查看和下载。',
      en: 'See and copy: what was sent under the same mobile and the same name, with answers and messages. Open it on the status page, for a limited time.',
    },
    { zh: '更正: 那些事项里的手机和邮箱。', en: 'Correct: phone and e-mail of those matters.' },
    {
      zh: '删除: 已经办完、不用再保存的。正在办的、规定要保存的, 删不了。',
      en: 'Erase: what is over and need not be kept. What is under way, or must be kept by rule, stays.',
    },
    {
      zh: '用别的手机或别的姓名提交的, 凭那件事自己的编号和查询码加入。家人共用一个手机的, 各办各的。',
      en: 'What was sent by another phone or in another name is added by its own number and code. Where a family shares a phone, each asks for their own.',
    },
    {
      zh: '检举控告不在这里办, 谁来申请都一样: 凭它自己的编号和查询码查询。',
      en: 'Reports are never dealt with here, whoever asks: look them up by their own number and code.',
    },
    {
      zh: '没有手机的, 请带身份证到{address}办理, 或者打 {phone} 问。',
      en: 'Without a mobile, please come to {address} with your identity card, or call {phone}.',
    },
  ],
};

/** How one asks for one's own data, and what that collects. */
export const dataRequestContent: KindContent = {
  guide: () => [howTo],
  collected: {
    zh: '个人信息申请: 姓名, 手机, 邮箱(可不填), 更正后的手机或邮箱。只用来办这个申请。',
    en: 'Request about personal data: name, mobile, e-mail (optional), and what is right. Used for the request alone.',
  },
};

import { say, type Words } from '../lib/words.ts';
import type { Site } from '../sites/site.ts';

/** Stands in the chain as what was read; change it with any word below. */
export const readAloudVersion = '2026-11-24';

const words: Words = {
  zh: '“我是{office}的工作人员, 您说的事由我替您填写, 照您说的写 (《信访工作条例》第十九条)。您的姓名、电话、住址只用来办这件事和答复您, 加密保存, 不给无关的人 (《个人信息保护法》第十七条)。您可以要求查看、更正或者删除, 电话 {phone}。您说的要真实。您同意我代您填写和提交吗?”',
  en: '“I work for {office}. I write down what you tell me, as you tell it (Regulation on petitions, article 19). Your name, phone and address are used only for this matter and its answer, kept encrypted and given to nobody else (Personal Information Protection Law, article 17). You may ask to see, correct or delete them: {phone}. What you say must be true. Do you agree that I fill this in and send it for you?”',
};

/** What staff read to the person they file for, before they ask for the consent. */
export const readAloud = ({ office, phone }: Site): Words => ({
  zh: say(words, 'zh', { office: office.zh, phone }),
  en: say(words, 'en', { office: office.en, phone }),
});

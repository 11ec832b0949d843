import { Hono } from 'hono';
import { publishedCase, publishedLines } from '../../cases/published.ts';
import type { AppEnv } from '../../context.ts';
import { refuse } from '../../errors.ts';
import { proposal } from '../../forms/proposal/index.ts';
import { parseReceipt } from '../../lib/receipt-number.ts';
import { languageOf } from '../language.ts';
import { proposalLine, proposalReport } from '../proposal-report.ts';
import { answerRefusal } from '../refusal.tsx';

/** The published suggestions of deputies, and the report on one of them (代表法 51(3)). */
export const proposals = new Hono<AppEnv>()
  .get('/proposals', async (c) => {
    const site = c.get('site');
    const { lines, next } = await publishedLines(
      c.get('deps').tools,
      { site: site.id, kind: proposal },
      'reply',
      c.req.query('after'),
    );
    return c.json({ proposals: lines.map((line) => proposalLine(site, line, languageOf(c))), next });
  })
  .get('/proposals/:id', async (c) => {
    const site = c.get('site');
    const number = parseReceipt(c.req.param('id'))?.canonical;
    const found = number && (await publishedCase(c.get('deps').tools, { site: site.id, kind: proposal }, number));
    return found ? c.json(proposalReport(site, found, languageOf(c))) : answerRefusal(c, refuse('proposal.unknown'));
  });

import { Hono } from 'hono';
import type { AppEnv } from '../../context.ts';
import { publishedCase, publishedLines } from '../../cases/published.ts';
import { refuse } from '../../errors.ts';
import { proposal } from '../../forms/proposal/index.ts';
import { parseReceipt } from '../../lib/receipt-number.ts';
import { proposalLine, proposalReport } from '../proposal-report.ts';
import { answerRefusal } from '../refusal.tsx';
import { ProposalPage, ProposalsPage } from './proposal-pages.tsx';
import { viewOf } from './view.ts';

/** The published reports on deputies' suggestions (代表法 51(3)). What is not published is not there. */
export const proposalPublicPages = new Hono<AppEnv>()
  .get('/proposals', async (c) => {
    const [view, site] = [viewOf(c), c.get('site')];
    const { lines, next } = await publishedLines(
      c.get('deps').tools,
      { site: site.id, kind: proposal },
      'reply',
      c.req.query('after'),
    );
    const shown = lines.map((line) => proposalLine(site, line, view.lang));
    return c.html(<ProposalsPage {...{ view, site, lines: shown, next }} possible={proposal.possible(site)} />);
  })
  .get('/proposals/:id', async (c) => {
    const [view, site] = [viewOf(c), c.get('site')];
    const number = parseReceipt(c.req.param('id'))?.canonical;
    const found = number && (await publishedCase(c.get('deps').tools, { site: site.id, kind: proposal }, number));
    if (!found) return answerRefusal(c, refuse('proposal.unknown'));
    return c.html(<ProposalPage {...{ view, site }} report={proposalReport(site, found, view.lang)} />);
  });

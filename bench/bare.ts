import { Hono } from 'hono';

/** What any handler costs here: a body read, an answer of the same size, nothing else. */
const app = new Hono()
  .get('/healthz', (c) => c.json({ ok: true }))
  .post('/api/v1/wanrong/petitions', async (c) => {
    const body = await c.req.json<{ answers: { title: string } }>();
    return c.json({ receipt: 'WR-7K3M9-XPT4G', title: body.answers.title, fingerprint: 'x'.repeat(130) }, 201);
  });

// oxlint-disable-next-line import/no-default-export -- what workerd looks for
export default app;

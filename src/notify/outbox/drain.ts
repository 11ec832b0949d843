import { dispatch, type DispatchTools } from './dispatch.ts';

const AT_ONCE = 100;
/** So many in one run are a stream: more are coming, and are looked for a few times more before cron does. */
const STREAM = 5;
const LOOKS = 4;
const LOOK_AGAIN_MS = 250;
/** As long as cron’s minute: the next one goes on, and whatever else waits behind this has its turn. */
const WORK_MS = 60_000;

/** Sends what is due until nothing is, a minute at most; `goOn` says before each further run whether it may. */
export async function drain(tools: DispatchTools, goOn: () => boolean): Promise<void> {
  const until = tools.clock.now() + WORK_MS;
  const memory = {};
  for (let looks = 0; ; looks -= 1) {
    const handled = await dispatch(tools, AT_ONCE, memory);
    if (handled >= STREAM) looks = LOOKS;
    if (looks <= 0 || !goOn() || tools.clock.now() >= until) return;
    if (handled < AT_ONCE) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

/**
 * Tells the county's page how high ours is, and nobody else: the server names the origins that may frame it. Where the
 * browser knows the parent's origin only that one is told; else each listed one, and the browser drops what does not fit.
 */
export function tellHeight(listed: string): void {
  if (window.parent === window) return;
  const origins = listed.split(' ').filter((origin) => /^https?:\/\/[^/*]+$/.test(origin));
  const parent = location.ancestorOrigins?.[0];
  const targets = parent === undefined ? origins : origins.filter((origin) => origin === parent);
  let told = 0;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    for (const origin of targets) window.parent.postMessage({ minyi: 1, height }, origin);
  };
  tell();
  window.addEventListener('load', tell);
  if ('ResizeObserver' in window) new ResizeObserver(tell).observe(document.body);
  else setInterval(tell, 500);
}

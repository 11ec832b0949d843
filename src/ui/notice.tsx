import type { FC, PropsWithChildren } from 'hono/jsx';

/** A boxed remark: `calm` to know, `soon` to watch (a date draws near), `good` when it is done, `bad` when it is not. */
export const Notice: FC<PropsWithChildren<{ tone?: 'calm' | 'soon' | 'good' | 'bad'; title?: string }>> = ({
  tone = 'calm',
  title,
  children,
}) => (
  <div class={`notice ${tone}`}>
    {title && <p class="notice-title">{title}</p>}
    {children}
  </div>
);

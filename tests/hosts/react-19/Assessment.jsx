/** From 19 on React sets properties of an element like this, and listens to its events by `on` and their names. */
export function Assessment({ onChange, ...properties }) {
  const changed = ({ detail }) => onChange(detail.submission);
  return <shifan-assessment lang="zh-CN" track="park" stage="creation" onshifan-change={changed} {...properties} />;
}

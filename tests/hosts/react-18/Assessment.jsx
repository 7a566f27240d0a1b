import { useEffect, useRef } from "react";

/** React 18 sets attributes only on an element like this: the property and the event go by a ref. */
export function Assessment({ value, onChange, ...attributes }) {
  const element = useRef(null);
  useEffect(() => {
    element.current.value = value;
  }, [value]);
  useEffect(() => {
    const { current } = element;
    const changed = ({ detail }) => onChange(detail.submission);
    current.addEventListener("shifan-change", changed);
    return () => current.removeEventListener("shifan-change", changed);
  }, [onChange]);
  return <shifan-assessment ref={element} lang="zh-CN" track="park" stage="creation" {...attributes} />;
}

import { Activity, useState, version } from "react";
import { Assessment } from "./Assessment.jsx";

export function App() {
  const [applicants, setApplicants] = useState([{ id: "a", value: null }, { id: "b", value: null }]);
  const [open, setOpen] = useState(true);
  const [visible, setVisible] = useState(true);
  const [minutes, setMinutes] = useState(0);
  const change = (id, value) => setApplicants((all) => all.map((one) => (one.id === id ? { ...one, value } : one)));
  return (
    <>
      <nav>
        React <span id="version">{version}</span>
        <button id="turn" onClick={() => setApplicants((all) => [...all].reverse())}>调换次序</button>
        <button id="open" onClick={() => setOpen(!open)}>{open ? "关闭" : "打开"}</button>
        <button id="hide" onClick={() => setVisible(!visible)}>{visible ? "隐藏" : "显示"}</button>
        <button id="minute" onClick={() => setMinutes(minutes + 1)}>已用 {minutes} 分钟</button>
        从业人员：
        {applicants.map(({ id, value }) => <output key={id} id={`employees-${id}`}>{value?.figures.employees}</output>)}
      </nav>
      <Activity mode={visible ? "visible" : "hidden"}>
        {open && applicants.map(({ id, value }) => (
          <Assessment key={id} id={id} draft-key={id} value={value} onChange={(changed) => change(id, changed)} />
        ))}
      </Activity>
    </>
  );
}

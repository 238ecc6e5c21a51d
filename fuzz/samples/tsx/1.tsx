import { Card } from './card'

const points = [{ title: 'Better sleep' }]

export default function Page() {
  // a note
  return (
<main title={`a ${points} b`}><h1>Drips</h1>
<p>Our <b>drips</b> are completely safe &amp; quick.</p>
<ul><li>More energy</li></ul>{points.map((p) => <li key={p.title}>{p.title}</li>)}</main>)
}

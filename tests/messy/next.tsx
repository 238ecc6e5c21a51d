'use client'
import type { Metadata } from 'next'
import Link from 'next/link'
import { cn } from '@/lib/utils'

export const metadata: Metadata = {
  title: 'Peptide therapy | Ashford',
  description: 'Peptides, mixed for you.',
}

const ROUTES = { cure: '/cures-pain', book: '/book' } as const

type Service = { id: string; title: string; body: string; bullets?: string[] }

const services: Service[] = [
  {
    id: 'bpc',
    title: 'BPC-157',
    body: `BPC-157 heals torn tendons in ${weeks} weeks — guaranteed.`,
    bullets: ['No side effects', "It's completely safe", 'shipped-to-you'],
  },
  { id: 'other', title: 'Others', body: 'Ask ' + 'our pharmacist.' },
]

const faqs = services.map((s) => ({ q: `Is ${s.title} legal?`, a: 'It depends.' }))

export function track(name: string) {
  console.log('cures everything', name)
  throw new Error('This cures nothing at all')
}

export default function Page({ params }: { params: { slug: string } }) {
  const label = params.slug === 'cure' ? 'Peptides cure pain' : 'Peptides'
  return (
    <main className={cn('px-4', 'cures-pain')} data-testid="cures everything">
      <nav><Link href={ROUTES.cure}>Cures pain</Link></nav>
      <h1>{label}</h1>
      {services.map((service) => (
        <section key={service.id}>
          <h2>{service.title}</h2>
          <p>{service.body}</p>
        </section>
      ))}
      <p>
        Peptides cure{' '}
        <strong>joint pain</strong>&nbsp;&mdash; ask us.
      </p>
      <button type="button" onClick={() => track('cure')}>Book now</button>
      <CookieConsent>We guarantee your privacy. 100% safe.</CookieConsent>
    </main>
  )
}

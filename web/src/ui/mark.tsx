/** The mark of the product; decorative, its name stands beside it. */
export function Mark({ size }: { size: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#1E4E8C" />
      <g fill="none" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round">
        <path d="M9.5 24V8.5h5.75a4.75 4.75 0 0 1 0 9.5H9.5" stroke="#fff" />
        <path d="m15.5 18 4.6 6V10.5" stroke="#F0B84A" />
      </g>
    </svg>
  );
}

/** An empty system diagram behind the first start: what this will become. */
const dots = (xs: readonly number[], y: number) => xs.map((x) => <circle key={`${x}-${y}`} cx={x} cy={y} r="13" />);

export function Backdrop({ layer }: { readonly layer: (n: number) => string }) {
  return (
    <svg className="start-backdrop drawing" viewBox="0 0 1212 780" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <g className="start-bands">
        {[10, 180, 640].map((y, at) => (
          <rect key={y} x="20" y={y} width="1172" height={[130, 440, 130][at]} rx="8" />
        ))}
      </g>
      <g className="start-boxes">
        <rect x="300" y="34" width="250" height="88" rx="6" />
        <rect x="640" y="34" width="250" height="88" rx="6" />
        <rect x="42" y="220" width="116" height="320" rx="6" />
        <rect x="1054" y="220" width="116" height="320" rx="6" />
        <rect x="400" y="664" width="410" height="88" rx="6" />
        <path d="M485 80H680M420 122V156H100V220M770 122V156H1112V220M100 540V608H440V664M1112 540V608H770V664" />
        {dots([335, 385, 435, 485], 80)}
        {dots([680, 730, 780, 830], 80)}
        {[280, 345, 410, 475].flatMap((y) => dots([100, 1112], y))}
        {dots([450, 510, 570, 630, 690, 750], 708)}
      </g>
      <g className="start-labels">
        <text x="38" y="38">
          {layer(1)}
        </text>
        <text x="38" y="206">
          {layer(2)}
        </text>
        <text x="38" y="668">
          {layer(3)}
        </text>
      </g>
    </svg>
  );
}

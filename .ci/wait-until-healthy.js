const [url, limitInSeconds] = process.argv.slice(2);
const giveUpAt = Date.now() + Number(limitInSeconds) * 1000;

while (!(await isHealthy())) {
  if (Date.now() > giveUpAt) {
    console.log(`${url} did not answer 200 within ${limitInSeconds} s`);
    process.exit(1);
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
}
console.log(`${url} answers 200`);

function isHealthy() {
  return fetch(String(url)).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** Says which tests in a browser passed only at the second try: a busy machine, or something that is not sure yet. */
export default class SecondTries {
  onTestRunEnd(modules) {
    for (const module of modules)
      for (const test of module.children.allTests('passed'))
        if (test.diagnostic()?.flaky) console.log(`\n*** SECOND TRY: ${module.relativeModuleId ?? module.moduleId} > ${test.fullName}`);
  }
}

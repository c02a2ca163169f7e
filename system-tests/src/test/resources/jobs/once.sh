# One line for each time that it is run, beside the jobs' folders.
echo "$HERALD_JOB" >> ../runs.txt
echo '{"result":{"title":"Written"}}'
